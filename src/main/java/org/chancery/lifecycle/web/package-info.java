/** The tasks over HTTP. */
@org.jspecify.annotations.NullMarked
package org.chancery.lifecycle.web;
