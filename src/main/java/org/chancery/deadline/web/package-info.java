/** Statuses, findings and rules over HTTP. */
@org.jspecify.annotations.NullMarked
package org.chancery.deadline.web;
