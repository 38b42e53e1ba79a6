package org.chancery.calendar;

import java.time.LocalDate;

/**
 * A day on which a country, or one of its bodies, does not work although its week would have it.
 *
 * @param date the day
 * @param name what it is called, in English
 * @param estimated whether it was computed ahead and not yet proclaimed, as Islamic feasts are
 * @param basis the law that sets it, or the library that says so
 */
public record Holiday(LocalDate date, String name, boolean estimated, String basis) {}
