/** Tasklist behind one gate: who comes in, what may be asked, and what is said when refused. */
@org.jspecify.annotations.NullMarked
package org.chancery.process.web;
