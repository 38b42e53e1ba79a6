/** The page on which a person says how she wants to be told. */
@org.jspecify.annotations.NullMarked
package org.chancery.notice.web;
