package org.chancery.process;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Title;

/** What the register calls the things that tasks are about. */
interface Names {

  /** The titles of the cases. */
  Map<Reference, Title> titles(Collection<Reference> cases);

  /** The deadlines of the cases, of those that have one of the numbers. */
  Map<Reference, List<Milestone>> milestones(
      Collection<Reference> cases, Collection<Integer> numbers);

  /** The name of the State or organisation. */
  String party(String code, Locale locale);

  /** The deadline as it was stated, a date or a phrase. */
  String deadline(String stated, Locale locale);
}
