package org.chancery.lifecycle;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import org.chancery.access.Bodies;
import org.chancery.access.BodyCode;
import org.chancery.instrument.Consent;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.MilestoneKind;
import org.chancery.instrument.NewEvent;
import org.chancery.instrument.Party;
import org.chancery.instrument.PartyCode;
import org.chancery.process.Answer;
import org.chancery.process.Display;
import org.chancery.process.OpenStep;
import org.chancery.process.Steps;
import org.chancery.web.Reading;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happens when a step opens, and when a person answers it. */
@Component
class Answering implements Steps {

  private final Instruments instruments;
  private final Bodies bodies;
  private final Courses courses;
  private final Showing showing;
  private final Reading reading;

  Answering(
      Instruments instruments, Bodies bodies, Courses courses, Showing showing, Reading reading) {
    this.instruments = instruments;
    this.bodies = bodies;
    this.courses = courses;
    this.showing = showing;
    this.reading = reading;
  }

  /** Whoever has a step to do sees the case from then on. */
  @Override
  public Display opened(OpenStep step) {
    bodies.all().stream()
        .filter(body -> step.groups().contains(body.code().value()))
        .forEach(body -> instruments.involve(step.reference(), body.code()));
    return showing.display(step, instruments.known(step.reference()));
  }

  @Override
  public void completed(OpenStep open, Answer answer) {
    Step step =
        Step.withId(open.step())
            .orElseThrow(() -> new IllegalStateException("Unknown step " + open.step()));
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    answer
        .values()
        .forEach(
            (name, value) -> {
              if (!value.isBlank()) {
                fields.put(name, value.strip());
              }
            });
    StepAnswer said = reading.read(fields, StepAnswer.class);
    instruments.recordStep(open.reference(), event(step, open, said));
  }

  /** The kinds of event the step may record in this case. */
  List<EventKind> choices(Step step, OpenStep open) {
    return switch (step) {
      case COMPLETE_CONSENT -> consents(step, open);
      case CARRY_OUT_MEASURE -> ofMilestone(step, open);
      default -> step.answers();
    };
  }

  private NewEvent event(Step step, OpenStep open, StepAnswer said) {
    EventKind kind = kind(choices(step, open), said.answer());
    return new NewEvent(
        kind,
        kind == EventKind.EXCHANGED ? null : partyOf(step, open),
        step == Step.CARRY_OUT_MEASURE ? open.milestone() : null,
        said.on(),
        null,
        null,
        said.act(),
        said.note(),
        said.remark(),
        said.reason(),
        null,
        null,
        null,
        bodyOf(open));
  }

  private static EventKind kind(List<EventKind> choices, @Nullable EventKind said) {
    if (said == null && choices.size() == 1) {
      return choices.get(0);
    }
    if (said == null || !choices.contains(said)) {
      String names = String.join(", ", choices.stream().map(EventKind::name).toList());
      throw Refusal.invalid(
          List.of(Refusal.Fault.at("/answer", "field.choice", Objects.toString(said, ""), names)));
    }
    return said;
  }

  private @Nullable PartyCode partyOf(Step step, OpenStep open) {
    if (step == Step.SEND_NOTE) {
      return courses.home();
    }
    if (step == Step.RECEIVE_REPLY) {
      return theOther(open);
    }
    return open.party() == null ? null : new PartyCode(open.party());
  }

  /** The other side of an exchange of notes; unnamed where there are several. */
  private @Nullable PartyCode theOther(OpenStep open) {
    List<PartyCode> others =
        instruments.known(open.reference()).description().parties().stream()
            .map(Party::code)
            .filter(code -> !code.equals(courses.home()))
            .toList();
    return others.size() == 1 ? others.get(0) : null;
  }

  /** The body whose act it is: the one asked, else the one whose step it is. */
  private static @Nullable BodyCode bodyOf(OpenStep open) {
    if (open.body() != null) {
      return open.body();
    }
    return open.groups().stream()
        .filter(group -> !group.equals("registrar"))
        .sorted()
        .findFirst()
        .map(BodyCode::new)
        .orElse(null);
  }

  private List<EventKind> consents(Step step, OpenStep open) {
    var description = instruments.known(open.reference()).description();
    @Nullable Consent how =
        open.party() == null
            ? null
            : description
                .party(new PartyCode(open.party()))
                .map(party -> description.consentOf(party))
                .orElse(null);
    if (how == null) {
      return step.answers();
    }
    return switch (how) {
      case RATIFICATION -> List.of(EventKind.RATIFIED);
      case APPROVAL -> List.of(EventKind.APPROVED);
      case ACCEPTANCE -> List.of(EventKind.ACCEPTED);
      case ACCESSION -> List.of(EventKind.ACCEDED);
      case SIGNATURE -> step.answers();
    };
  }

  private List<EventKind> ofMilestone(Step step, OpenStep open) {
    int milestone = Objects.requireNonNull(open.milestone());
    MilestoneKind kind =
        instruments.known(open.reference()).milestone(milestone).orElseThrow().kind();
    return step.answers().stream().filter(each -> kind.closedBy().contains(each)).toList();
  }
}
