package org.chancery.process;

/**
 * A bean that the expressions of a process model may ask by its name, as in {@code
 * ${way.ours(party)}}. No other bean of the application can be reached from a model.
 *
 * <p>Its class and the methods to be asked are public; they take texts and whole numbers, and
 * answer with a truth value, a text or a list of texts.
 */
public interface AskedByProcesses {}
