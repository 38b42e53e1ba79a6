/** The operator's page. */
@org.jspecify.annotations.NullMarked
package org.chancery.operations.web;
