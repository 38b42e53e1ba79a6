/** Chancery follows instruments from the first draft to their performance. */
@org.jspecify.annotations.NullMarked
package org.chancery;
