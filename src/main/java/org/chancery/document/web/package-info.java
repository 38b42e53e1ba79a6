/** Texts and originals over HTTP. */
@org.jspecify.annotations.NullMarked
package org.chancery.document.web;
