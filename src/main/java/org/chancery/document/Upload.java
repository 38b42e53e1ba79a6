package org.chancery.document;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;

/**
 * A file as somebody sends it; nothing of it is believed yet.
 *
 * @param fileName its name, as sent
 * @param declaredType the media type it is said to be; null: nothing is said
 * @param content its bytes, to be streamed
 */
public record Upload(
    @Nullable String fileName, @Nullable String declaredType, InputStreamSource content) {}
