package org.chancery.report.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.access.Bodies;
import org.chancery.deadline.Status;
import org.chancery.instrument.Basis;
import org.chancery.instrument.MilestoneKind;
import org.chancery.report.OverdueReport;
import org.chancery.report.Question;
import org.chancery.report.Report;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page one starts at, and the managers' report. */
@Controller
class ReportPages {

  private final OverdueReport overdue;
  private final Questions questions;
  private final Said said;
  private final Bodies bodies;

  ReportPages(OverdueReport overdue, Questions questions, Said said, Bodies bodies) {
    this.overdue = overdue;
    this.questions = questions;
    this.said = said;
    this.bodies = bodies;
  }

  @GetMapping("/")
  String start(Model model) {
    Asked asked = new Asked("/reports/overdue", Map.of());
    model.addAttribute("asked", asked);
    model.addAttribute("report", overdue.answer(questions.of(asked, Question.ANY)));
    model.addAttribute("headlines", Headline.values());
    return "start";
  }

  @GetMapping("/reports/overdue")
  String overdue(HttpServletRequest request, Model model) {
    Asked asked = Asked.of(request);
    Optional<String> plain = said.address(asked);
    return plain.isPresent() ? "redirect:" + plain.get() : overdue(asked, model);
  }

  private String overdue(Asked asked, Model model) {
    Report all = overdue.answer(questions.of(asked, Question.ANY));
    Set<Status> wanted = asked.all("status", Status::valueOf);
    model.addAttribute("asked", asked);
    model.addAttribute("report", all);
    model.addAttribute("headlines", Headline.values());
    model.addAttribute("sections", sections(all, wanted));
    model.addAttribute("saidThen", said.isThen(asked));
    model.addAttribute("known", said.known(asked));
    model.addAttribute("bodies", bodies.all());
    model.addAttribute("kinds", MilestoneKind.values());
    model.addAttribute("bases", Basis.values());
    return "overdue";
  }

  private static List<Section> sections(Report all, Set<Status> wanted) {
    return Section.of(wanted.isEmpty() ? all : all.of(wanted));
  }
}
