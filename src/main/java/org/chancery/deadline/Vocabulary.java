package org.chancery.deadline;

import java.util.List;
import java.util.function.Predicate;
import org.chancery.access.BodyCode;

/**
 * What the tables of this house may name.
 *
 * @param rules its rules
 * @param bodies whether it has a body with the code
 */
record Vocabulary(List<Rule> rules, Predicate<BodyCode> bodies) {}
