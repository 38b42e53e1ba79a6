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
import org.chancery.access.BodyCode;
import org.chancery.document.Documents;
import org.chancery.instrument.Consent;
import org.chancery.instrument.Event;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.MilestoneKind;
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
  private final Showing showing;
  private final Reading reading;
  private final Drafts drafts;
  private final Documents documents;

  Answering(
      Instruments instruments,
      Bodies bodies,
      Courses courses,
      Showing showing,
      Reading reading,
      Drafts drafts,
      Documents documents) {
    this.instruments = instruments;
    this.bodies = bodies;
    this.courses = courses;
    this.showing = showing;
    this.reading = reading;
    this.drafts = drafts;
    this.documents = documents;
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
    checkScan(said, open);
    Event event = instruments.recordStep(open.reference(), event(step, choice, open, said));
    if (said.scan() != null) {
      documents.attach(open.reference(), said.scan(), event.id());
    }
    drafts.forget(open.id());
  }

  private void checkScan(StepAnswer said, OpenStep open) {
    if (said.scan() != null && documents.find(open.reference(), said.scan()).isEmpty()) {
      throw Refusal.invalid(List.of(Fault.at("/scan", "document.unknown", said.scan())));
    }
  }

  /** The answers that the step takes in this case. */
  List<Choice> choices(Step step, OpenStep open) {
    return switch (step) {
      case COMPLETE_CONSENT -> consents(step, open);
      case CARRY_OUT_MEASURE -> ofMilestone(step, open);
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
      faults.add(Fault.at("/answer", "field.required"));
    } else if (chosen.isEmpty()) {
      String codes = String.join(", ", choices.stream().map(Choice::code).toList());
      faults.add(Fault.at("/answer", "field.choice", Objects.toString(said.answer(), ""), codes));
    }
    chosen.stream()
        .flatMap(choice -> choice.required().stream())
        .filter(ask -> !said.says(ask))
        .map(ask -> Fault.at("/" + ask.field(), "field.required"))
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

  private NewEvent event(Step step, Choice choice, OpenStep open, StepAnswer said) {
    EventKind kind = Objects.requireNonNull(choice.records());
    return new NewEvent(
        kind,
        kind == EventKind.EXCHANGED ? null : partyOf(step, open),
        step == Step.CARRY_OUT_MEASURE ? open.milestone() : null,
        Objects.requireNonNull(said.on()),
        said.forDate(),
        said.place(),
        said.act(),
        said.note(),
        said.remark(),
        said.reason(),
        null,
        null,
        null,
        bodyOf(open));
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

  private List<Choice> ofMilestone(Step step, OpenStep open) {
    int milestone = Objects.requireNonNull(open.milestone());
    MilestoneKind kind =
        instruments.known(open.reference()).milestone(milestone).orElseThrow().kind();
    return step.choices().stream()
        .filter(each -> kind.closedBy().contains(each.records()))
        .toList();
  }
}
