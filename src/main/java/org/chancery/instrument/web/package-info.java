/** The register over HTTP. */
@org.jspecify.annotations.NullMarked
package org.chancery.instrument.web;
