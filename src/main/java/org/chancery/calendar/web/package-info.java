/** Calendars over HTTP. */
@org.jspecify.annotations.NullMarked
package org.chancery.calendar.web;
