package org.chancery.process;

/** Stands for the sweep, whose model lies with the others; no test of this module runs it. */
public class Sweep implements AskedByProcesses {}
