package org.chancery.deadline;

import java.time.Instant;

/**
 * Every case that can be judged has been judged since the instant.
 *
 * @param since when the first of them was judged
 */
public record Swept(Instant since) {}
