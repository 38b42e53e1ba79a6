package org.chancery.instrument;

/**
 * What a deadline or a finding rests on: law, a clause of the instrument, a source, or house
 * policy.
 */
public enum Basis {
  LAW,
  CLAUSE,
  STATED,
  POLICY
}
