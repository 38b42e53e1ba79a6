/** The geometry of the pictures: days along an axis, and what lies where on it. */
@org.jspecify.annotations.NullMarked
package org.chancery.report.picture;
