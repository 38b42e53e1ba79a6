package org.chancery.report;

/**
 * The report with the figures at its head, both from one look.
 *
 * @param figures how many lines the question has without what a figure stands for
 * @param report a page of the answer
 */
public record Overview(Figures figures, Report report) {}
