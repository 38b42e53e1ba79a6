package org.chancery.process;

import org.chancery.instrument.Reference;

/**
 * A process of a case that runs by an older version of its model: its main one, or one that was
 * called.
 *
 * @param instance its id in the engine
 * @param reference the case
 * @param definition the id of the model's version in the engine
 * @param process the process's id
 * @param version the number of the version
 */
record Run(String instance, Reference reference, String definition, String process, int version) {}
