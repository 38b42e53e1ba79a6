package org.chancery.report.web;

import java.util.List;

/**
 * What a picture shows, for those who do not see it, in the reader's language.
 *
 * @param heads what stands in each column
 * @param rows the lines; the first cell names what the line is of
 */
record AsTable(List<String> heads, List<List<String>> rows) {}
