package org.chancery.lifecycle;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.chancery.access.Bodies;
import org.chancery.access.Body;
import org.chancery.access.BodyCode;
import org.chancery.calendar.TypedDate;
import org.chancery.deadline.Deciding;
import org.chancery.document.Document;
import org.chancery.document.Documents;
import org.chancery.instrument.Consent;
import org.chancery.instrument.Event;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.NewDecision;
import org.chancery.instrument.NewEvent;
import org.chancery.instrument.Party;
import org.chancery.instrument.PartyCode;
import org.chancery.lifecycle.Task.FieldType;
import org.chancery.process.Answer;
import org.chancery.process.Display;
import org.chancery.process.OpenStep;
import org.chancery.process.Steps;
import org.chancery.web.Reading;
import org.chancery.web.Refusal;
import org.chancery.web.Refusal.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happens when a step opens, and when a person answers it. */
@Component
class Answering implements Steps {

  private static final Set<String> DATES =
      Arrays.stream(Ask.values())
          .filter(ask -> ask.type() == FieldType.DATE)
          .map(Ask::field)
          .collect(toUnmodifiableSet());

  private final Instruments instruments;
  private final Bodies bodies;
  private final Courses courses;
  private final Deciding deciding;
  private final Showing showing;
  private final Reading reading;
  private final Drafts drafts;
  private final Documents documents;
  private final CompleteTexts complete;

  Answering(
      Instruments instruments,
      Bodies bodies,
      Courses courses,
      Deciding deciding,
      Showing showing,
      Reading reading,
      Drafts drafts,
      Documents documents,
      CompleteTexts complete) {
    this.instruments = instruments;
    this.bodies = bodies;
    this.courses = courses;
    this.deciding = deciding;
    this.showing = showing;
    this.reading = reading;
    this.drafts = drafts;
    this.documents = documents;
    this.complete = complete;
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
    Step step = Step.at(open);
    StepAnswer said = reading.read(fields(answer), StepAnswer.class);
    Choice choice = choice(choices(step, open), said);
    Plausible.check(step, choice, said, instruments.today());
    checkScan(said, open);
    if (choice.records() == null) {
      decide(choice, open, said);
    } else {
      record(step, choice, choice.records(), open, said);
    }
    drafts.forget(open.place());
  }

  private void record(Step step, Choice choice, EventKind kind, OpenStep open, StepAnswer said) {
    if (step == Step.SIGN) {
      complete.require(kind, open.reference());
    }
    Event event = instruments.recordStep(open.reference(), event(step, choice, kind, open, said));
    if (said.scan() != null) {
      documents.attach(open.reference(), said.scan(), event.id());
    }
    scheduleNext(open, said);
  }

  private void decide(Choice choice, OpenStep open, StepAnswer said) {
    String reason = Objects.requireNonNull(said.reason());
    NewDecision decision =
        switch (choice.code()) {
          case "EXTEND" ->
              new NewDecision.Extension(
                  Objects.requireNonNull(said.to()),
                  reason,
                  Objects.requireNonNull(said.authority()));
          case "WAIVE" -> new NewDecision.Waiver(reason, Objects.requireNonNull(said.authority()));
          case "CHASE" -> new NewDecision.Chase(reason);
          case "ESCALATE" -> new NewDecision.Escalation(reason);
          default -> throw new IllegalStateException(choice.code());
        };
    deciding.decide(open.reference(), Objects.requireNonNull(open.milestone()), decision);
  }

  /** What is owed again and again: the one that is done names the day of the next. */
  private void scheduleNext(OpenStep open, StepAnswer said) {
    if (said.next() != null) {
      Milestone done =
          instruments
              .known(open.reference())
              .milestone(Objects.requireNonNull(open.milestone()))
              .orElseThrow();
      instruments.addNext(open.reference(), done, said.next());
    }
  }

  private void checkScan(StepAnswer said, OpenStep open) {
    if (said.scan() != null
        && documents.find(open.reference(), said.scan()).filter(Document::isHeld).isEmpty()) {
      throw Refusal.invalid(List.of(Fault.at("/scan", "document.unknown", said.scan())));
    }
  }

  /** The answers that the step takes in this case. */
  List<Choice> choices(Step step, OpenStep open) {
    return switch (step) {
      case COMPLETE_CONSENT -> consents(step, open);
      default -> step.choices();
    };
  }

  private static ObjectNode fields(Answer answer) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    answer.values().forEach((name, value) -> put(name, value.strip(), fields));
    return fields;
  }

  private static void put(String name, String text, ObjectNode fields) {
    if (name.equals(Ask.SCAN.field()) && text.matches("\\d{1,9}")) {
      fields.put(name, Integer.parseInt(text));
    } else if (DATES.contains(name) && !text.isEmpty()) {
      fields.put(name, TypedDate.edtf(text));
    } else if (!text.isEmpty()) {
      fields.put(name, text);
    }
  }

  private static Choice choice(List<Choice> choices, StepAnswer said) {
    List<Fault> faults = new ArrayList<>();
    Optional<Choice> chosen = chosen(choices, said.answer());
    if (chosen.isEmpty() && said.answer() == null) {
      faults.add(Fault.at("/answer", "step.required"));
    } else if (chosen.isEmpty()) {
      String codes = String.join(", ", choices.stream().map(Choice::code).toList());
      faults.add(Fault.at("/answer", "field.choice", Objects.toString(said.answer(), ""), codes));
    }
    chosen.stream()
        .flatMap(choice -> choice.required().stream())
        .filter(ask -> !said.says(ask))
        .map(ask -> Fault.at("/" + ask.field(), "step.required"))
        .forEach(faults::add);
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    return chosen.orElseThrow();
  }

  private static Optional<Choice> chosen(List<Choice> choices, @Nullable String answer) {
    return answer == null && choices.size() == 1
        ? Optional.of(choices.get(0))
        : choices.stream().filter(choice -> choice.code().equals(answer)).findFirst();
  }

  private NewEvent event(Step step, Choice choice, EventKind kind, OpenStep open, StepAnswer said) {
    return new NewEvent(
        kind,
        partyOf(step, choice, kind, open),
        isOnMilestone(step) ? open.milestone() : null,
        Objects.requireNonNull(said.on()),
        said.forDate(),
        said.place(),
        said.act(),
        said.note(),
        said.remark(),
        said.reason(),
        refersTo(step, kind, open),
        null,
        null,
        bodyOf(open));
  }

  private static boolean isOnMilestone(Step step) {
    return step == Step.CARRY_OUT_MEASURE || step == Step.REPORT || step == Step.DECIDE_RENEWAL;
  }

  /** The event that the answer is about. */
  private @Nullable Integer refersTo(Step step, EventKind kind, OpenStep open) {
    if (step == Step.CONFIRM_SIGNATURE && kind == EventKind.RETURNED) {
      return courses.of(open.reference()).adReferendum().map(Event::id).orElse(null);
    }
    if (step == Step.CONSIDER_RESERVATION) {
      return instruments
          .known(open.reference())
          .milestone(Objects.requireNonNull(open.milestone()))
          .map(Milestone::statutory)
          .map(Milestone.Statutory::event)
          .orElse(null);
    }
    return null;
  }

  private @Nullable PartyCode partyOf(Step step, Choice choice, EventKind kind, OpenStep open) {
    if (kind.endsTheCase() || kind == EventKind.EXCHANGED) {
      return null;
    }
    return switch (step) {
      case SEND_NOTE, CONFIRM_SIGNATURE, CONSIDER_RESERVATION -> courses.home();
      case SIGN -> choice.equals(Choice.that(EventKind.SIGNED)) ? null : ours(kind);
      case CLARIFY_STAGE -> kind.completesConsent() ? courses.home() : null;
      case DECIDE_RENEWAL -> kind == EventKind.DENOUNCED ? courses.home() : null;
      case RECEIVE_REPLY -> theOther(open);
      default -> open.party() == null ? null : new PartyCode(open.party());
    };
  }

  /** Ours, where it is a signature; a date for the signing is nobody's own. */
  private @Nullable PartyCode ours(EventKind kind) {
    return kind.setsADate() ? null : courses.home();
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

  /** The body whose act it is: the one whose step it is. */
  private @Nullable BodyCode bodyOf(OpenStep open) {
    return bodies.all().stream()
        .map(Body::code)
        .filter(code -> open.groups().contains(code.value()))
        .findFirst()
        .orElse(null);
  }

  private List<Choice> consents(Step step, OpenStep open) {
    var description = instruments.known(open.reference()).description();
    @Nullable Consent how =
        open.party() == null
            ? null
            : description
                .party(new PartyCode(open.party()))
                .map(party -> description.consentOf(party))
                .orElse(null);
    if (how == null || how == Consent.SIGNATURE) {
      return step.choices();
    }
    return step.choices().stream().filter(choice -> choice.records(how.expressedBy())).toList();
  }
}
