/** The door over HTTP: who gets in, the page to log in on, the page of the first administrator. */
@org.jspecify.annotations.NullMarked
package org.chancery.access.web;
