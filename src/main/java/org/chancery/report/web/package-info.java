/** The report over HTTP, and the pages of the house. */
@org.jspecify.annotations.NullMarked
package org.chancery.report.web;
