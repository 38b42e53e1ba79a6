package org.chancery.lifecycle;

import java.time.Instant;
import org.chancery.calendar.AsOf;
import org.chancery.calendar.Viewpoint;
import org.chancery.calendar.Zones;
import org.chancery.deadline.Deadlines;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Hindsight;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Stage;
import org.chancery.process.Processes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes up the cases of a register that has come without its processes. Judging starts the process
 * of each case that goes on; but one that was performed in this house may still have steps to do,
 * such as its registration, and nothing starts a process for a performed case.
 */
@Component
@Transactional
public class Resuming {

  private final Processes processes;
  private final Courses courses;
  private final Hindsight hindsight;
  private final Deadlines deadlines;
  private final Zones zones;

  Resuming(
      Processes processes, Courses courses, Hindsight hindsight, Deadlines deadlines, Zones zones) {
    this.processes = processes;
    this.courses = courses;
    this.hindsight = hindsight;
    this.deadlines = deadlines;
    this.zones = zones;
  }

  /**
   * Begins the process of the case, which passes what has happened, where the case was performed
   * since it was opened; one that was opened as performed never had a process. Where nothing is
   * left to do it ends at once.
   */
  public void resume(Reference reference) {
    Course course = courses.of(reference);
    if (course.stage() == Stage.PERFORMED
        && !processes.isRunning(reference)
        && stageWhenOpened(course.file()) != Stage.PERFORMED) {
      processes.start(Following.processOf(course.file().description().type()), reference);
      deadlines.rejudge(reference);
    }
  }

  private Stage stageWhenOpened(CaseFile now) {
    Instant opened = now.instrument().openedAt();
    CaseFile then = hindsight.find(now.reference(), opened).orElse(now);
    AsOf moment = new AsOf.Moment(opened);
    Viewpoint from = new Viewpoint(moment, opened);
    return then.inForceOn(deadlines.entryIntoForce(then, from).instrument().date())
        .stage(moment.dayIn(zones.home()));
  }
}
