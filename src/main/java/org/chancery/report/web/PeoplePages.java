package org.chancery.report.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.chancery.access.AccountDetails;
import org.chancery.access.Bodies;
import org.chancery.access.BodyCode;
import org.chancery.access.Enrolment;
import org.chancery.access.HouseChanged;
import org.chancery.access.NewKey;
import org.chancery.access.Role;
import org.chancery.access.Scope;
import org.chancery.access.Staff;
import org.chancery.journal.HouseJournal;
import org.chancery.web.Etag;
import org.chancery.web.InvalidValue;
import org.chancery.web.Message;
import org.chancery.web.Page;
import org.chancery.web.Refusal;
import org.chancery.web.Refusal.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where administrators keep the accounts of people and programs, and the keys of programs. */
@Controller
@RequestMapping("/people")
class PeoplePages {

  private static final int HISTORY = 50;

  private final Staff staff;
  private final Bodies bodies;
  private final HouseJournal journal;

  PeoplePages(Staff staff, Bodies bodies, HouseJournal journal) {
    this.staff = staff;
    this.bodies = bodies;
    this.journal = journal;
  }

  @GetMapping
  String list(HttpServletRequest request, Model model) {
    return list(PersonForm.EMPTY, Asked.of(request), model);
  }

  /** The password stands on the answer itself: it is kept nowhere, not even until a next page. */
  @PostMapping
  String add(
      @RequestParam MultiValueMap<String, String> fields,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    PersonForm form = PersonForm.typed(fields);
    @Nullable String password = tried(() -> staff.add(form.made()), response, model);
    if (password == null) {
      return list(form, Asked.of(request), model);
    }
    model.addAttribute("password", password);
    return show(form.name(), null, model);
  }

  @GetMapping("/{name}")
  String one(@PathVariable String name, Model model) {
    return show(name, null, model);
  }

  /** Moves it to other roles and bodies, names it anew, or has mail reach it elsewhere. */
  @PostMapping("/{name}")
  String change(
      @PathVariable String name,
      @RequestParam MultiValueMap<String, String> fields,
      @RequestParam int version,
      HttpServletResponse response,
      Model model,
      RedirectAttributes after) {
    PersonForm form = PersonForm.typed(fields);
    boolean enabled = staff.get(name).enabled();
    @Nullable Enrolment changed =
        tried(() -> staff.change(name, form.details(enabled), Etag.of(version)), response, model);
    return changed == null ? show(name, form, model) : back(name, after);
  }

  /** Closes the account, or opens it again. */
  @PostMapping("/{name}/{move:closing|opening}")
  String enable(
      @PathVariable String name,
      @PathVariable String move,
      HttpServletResponse response,
      Model model,
      RedirectAttributes after) {
    Enrolment before = staff.get(name);
    AccountDetails details = PersonForm.of(before).details(move.equals("opening"));
    @Nullable Enrolment changed =
        tried(() -> staff.change(name, details, Etag.of(before.version())), response, model);
    return changed == null ? show(name, null, model) : back(name, after);
  }

  @PostMapping("/{name}/password")
  String reset(@PathVariable String name, HttpServletResponse response, Model model) {
    @Nullable String password = tried(() -> staff.resetPassword(name), response, model);
    if (password != null) {
      model.addAttribute("password", password);
    }
    return show(name, null, model);
  }

  @PostMapping("/{name}/keys")
  String issue(
      @PathVariable String name,
      @RequestParam MultiValueMap<String, String> fields,
      HttpServletResponse response,
      Model model) {
    Staff.@Nullable Issued issued = tried(() -> staff.issue(name, key(fields)), response, model);
    if (issued != null) {
      model.addAttribute("key", issued.secret());
    }
    return show(name, null, model);
  }

  @PostMapping("/{name}/keys/{id}/revocation")
  String revoke(@PathVariable String name, @PathVariable long id, RedirectAttributes after) {
    staff.revoke(name, id);
    return back(name, after);
  }

  private static NewKey key(MultiValueMap<String, String> fields) {
    String scope = PersonForm.text(fields, "scope");
    return new NewKey(
        PersonForm.text(fields, "label"),
        scope.equals("WRITE") ? Scope.WRITE : Scope.READ,
        PersonForm.all(fields, "role", Role::valueOf),
        PersonForm.all(fields, "body", BodyCode::new),
        day(PersonForm.text(fields, "lastDay")));
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeException malformed) {
      throw Refusal.of(Kind.INVALID_PARAMETER, "parameter.wrong", "lastDay");
    }
  }

  /** What came of it; null, and the page says why, when it was refused. */
  private static <T> @Nullable T tried(
      Supplier<T> move, HttpServletResponse response, Model model) {
    try {
      return move.get();
    } catch (Refusal refusal) {
      if (refusal.kind() == Kind.FORBIDDEN || refusal.kind() == Kind.NOT_FOUND) {
        throw refusal;
      }
      refuse(refusal.kind().status(), refusal.detail(), response, model);
    } catch (InvalidValue invalid) {
      refuse(HttpStatus.BAD_REQUEST, invalid.reason(), response, model);
    }
    return null;
  }

  private static void refuse(
      HttpStatus status, Message why, HttpServletResponse response, Model model) {
    response.setStatus(status.value());
    model.addAttribute("refusal", why);
  }

  private String list(PersonForm form, Asked asked, Model model) {
    String text = asked.text("q");
    @Nullable String after = asked.one("after", name -> name);
    model.addAttribute("asked", asked);
    model.addAttribute(
        "page",
        Page.of(
            staff.page(text, after, Page.DEFAULT_LIMIT + 1), Page.DEFAULT_LIMIT, Enrolment::name));
    model.addAttribute("form", form);
    return withChoices("people", model);
  }

  private String show(String name, @Nullable PersonForm typed, Model model) {
    Enrolment account = staff.get(name);
    model.addAttribute("person", account);
    model.addAttribute("hasPassword", staff.hasPassword(name));
    model.addAttribute("form", typed == null ? PersonForm.of(account) : typed);
    model.addAttribute("keys", staff.keys(name));
    model.addAttribute("none", List.of());
    model.addAttribute(
        "ownBodies",
        bodies.all().stream().filter(each -> account.bodies().contains(each.code())).toList());
    model.addAttribute("history", journal.newest(HouseChanged.account(name), HISTORY));
    return withChoices("person", model);
  }

  private String withChoices(String page, Model model) {
    model.addAttribute("roles", PersonForm.everyRole());
    model.addAttribute("bodies", bodies.all());
    return page;
  }

  private static String back(String name, RedirectAttributes after) {
    after.addFlashAttribute("done", true);
    after.addAttribute("name", name);
    return "redirect:/people/{name}";
  }
}
