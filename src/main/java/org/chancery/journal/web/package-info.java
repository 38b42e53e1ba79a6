/** The journal over HTTP. */
@org.jspecify.annotations.NullMarked
package org.chancery.journal.web;
