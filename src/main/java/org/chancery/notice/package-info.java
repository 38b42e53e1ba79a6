/** TELLING: reminders, digests, escalation, webhooks. */
@org.springframework.modulith.ApplicationModule(
    displayName = "notice",
    allowedDependencies = {"web", "calendar", "access", "instrument", "deadline", "journal"})
@org.jspecify.annotations.NullMarked
package org.chancery.notice;
