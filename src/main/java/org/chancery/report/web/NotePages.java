package org.chancery.report.web;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Event;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.PartyCode;
import org.chancery.instrument.Reference;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The draft of a note verbale that reminds another party, in the reader's language: what the
 * register holds of the case in the usual form of a note, to be read over before it is sent.
 */
@Controller
class NotePages {

  private final Instruments instruments;
  private final PartyCode home;

  NotePages(Instruments instruments, @Value("${chancery.home}") String home) {
    this.instruments = instruments;
    this.home = new PartyCode(home);
  }

  @GetMapping("/instruments/{reference}/reminder")
  String reminder(@PathVariable Reference reference, @RequestParam String party, Model model) {
    CaseFile file = instruments.get(reference);
    PartyCode addressee = new PartyCode(party);
    if (addressee.equals(home) || file.description().party(addressee).isEmpty()) {
      throw Refusal.notFound("note.party", party);
    }
    model.addAttribute("file", file);
    model.addAttribute("home", home);
    model.addAttribute("addressee", addressee);
    model.addAttribute("signed", last(file, EventKind.SIGNED, null));
    model.addAttribute("told", told(file));
    model.addAttribute("reminded", last(file, EventKind.REMINDED, addressee));
    return "reminder";
  }

  private @Nullable Event told(CaseFile file) {
    return file.standing().stream()
        .filter(event -> event.kind().tellsTheOthers() && event.countsFor(home))
        .filter(event -> file.sentBackBy(event).isEmpty())
        .max(Comparator.comparing(Event::on))
        .orElse(null);
  }

  private static @Nullable Event last(CaseFile file, EventKind kind, @Nullable PartyCode party) {
    return Optional.of(file)
        .flatMap(
            each ->
                each.standing(kind)
                    .filter(event -> party == null || Objects.equals(event.party(), party))
                    .max(Comparator.comparing(Event::on)))
        .orElse(null);
  }
}
