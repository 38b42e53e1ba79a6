/**
 * WHEN: stated dates as precise as their source, the zones in which days end, the days on which
 * countries and bodies work, the counting of terms, and the day or moment of judging.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "calendar",
    type = org.springframework.modulith.ApplicationModule.Type.OPEN,
    allowedDependencies = {"web"})
@org.jspecify.annotations.NullMarked
package org.chancery.calendar;
