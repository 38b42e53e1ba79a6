package org.chancery.access;

/** What a person or a program may do beside belonging to bodies. */
public enum Role {
  /** Works the task list of her bodies. */
  CLERK,
  /** Decides for his bodies: extends, waives, suspends, escalates. */
  MANAGER,
  /** Keeps the register, the journal and the originals; sees every case. */
  REGISTRAR,
  /** Keeps the rule tables; sees every case. */
  LAWYER,
  /** Keeps the machine running; sees no case contents. */
  OPERATOR,
  /** Keeps the accounts; sees no case contents. */
  ADMIN,
  /** A program; sees what it opened and its bodies' cases. */
  SERVICE
}
