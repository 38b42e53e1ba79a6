package org.chancery.process;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chancery.calendar.SpokenDate;
import org.chancery.calendar.StatedDate;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.Organisations;
import org.chancery.instrument.PartyCode;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Title;
import org.chancery.instrument.Titles;
import org.chancery.web.InvalidValue;
import org.springframework.stereotype.Component;

/** The names of this house's register. */
@Component
class HouseNames implements Names {

  private final Titles titles;
  private final Organisations organisations;
  private final SpokenDate dates;

  HouseNames(Titles titles, Organisations organisations, SpokenDate dates) {
    this.titles = titles;
    this.organisations = organisations;
    this.dates = dates;
  }

  @Override
  public Map<Reference, Title> titles(Collection<Reference> cases) {
    return titles.of(cases);
  }

  @Override
  public Map<Reference, List<Milestone>> milestones(
      Collection<Reference> cases, Collection<Integer> numbers) {
    return titles.milestones(cases, numbers);
  }

  @Override
  public String party(String code, Locale locale) {
    return organisations.nameOf(new PartyCode(code), locale);
  }

  @Override
  public String deadline(String stated, Locale locale) {
    try {
      return dates.of(new StatedDate(stated), locale);
    } catch (InvalidValue phrase) {
      return stated;
    }
  }
}
