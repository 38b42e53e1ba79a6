package org.chancery.report.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.chancery.report.StillJudging;
import org.chancery.web.InvalidValue;
import org.chancery.web.Message;
import org.chancery.web.Problems;
import org.chancery.web.Refusal;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Tells people what a page refused, in their language and without anything internal. */
@ControllerAdvice(
    assignableTypes = {
      ArchivePages.class,
      ReportPages.class,
      CasePages.class,
      CustodyPages.class,
      DescriptionPages.class,
      DecisionPages.class,
      FeedPage.class,
      ManyPages.class,
      NotePages.class,
      RulePages.class,
      SearchPages.class,
      WaiverPages.class,
      TextPages.class,
      RemovalPages.class,
      PicturePages.class,
      PartyPages.class,
      BodyPages.class,
      JournalPages.class,
      PeoplePages.class
    })
class PageErrors {

  /** In seconds. */
  private static final String AGAIN_AFTER = "2";

  /** The page that tells how far the answer has come, and asks for it again by itself. */
  @ExceptionHandler
  String underway(StillJudging judging, Model model, HttpServletResponse response) {
    response.setHeader("Refresh", AGAIN_AFTER);
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    model.addAttribute("judged", judging.judged());
    model.addAttribute("cases", judging.cases());
    return "underway";
  }

  /** A page that was asked for what there is not is shown without it, and says so. */
  @ExceptionHandler
  String refusal(
      Refusal refusal, HttpServletRequest request, Model model, HttpServletResponse response) {
    boolean isAsked = refusal.kind() == Refusal.Kind.INVALID_PARAMETER && isRead(request);
    if (isAsked && Refused.note(refusal, request)) {
      response.setStatus(refusal.kind().status().value());
      return "forward:" + Refused.path(request);
    }
    if (refusal.kind().isPassing()) {
      response.setHeader(HttpHeaders.RETRY_AFTER, Refusal.Kind.WAIT_SECONDS);
    }
    return page(refusal.kind().status(), refusal.detail(), model, response);
  }

  @ExceptionHandler
  String invalidValue(InvalidValue invalid, Model model, HttpServletResponse response) {
    return page(HttpStatus.BAD_REQUEST, invalid.reason(), model, response);
  }

  /** Somebody else holds the case. */
  @ExceptionHandler
  String busy(ConcurrencyFailureException held, Model model, HttpServletResponse response) {
    response.setHeader(HttpHeaders.RETRY_AFTER, "1");
    return page(HttpStatus.CONFLICT, Message.of("conflict.busy"), model, response);
  }

  /** Of a reference in the path that is mistyped, above all. */
  @ExceptionHandler
  String mismatch(
      MethodArgumentTypeMismatchException mismatch, Model model, HttpServletResponse response) {
    return page(HttpStatus.NOT_FOUND, Problems.reason(mismatch), model, response);
  }

  private static boolean isRead(HttpServletRequest request) {
    return request.getMethod().equals(HttpMethod.GET.name());
  }

  private static String page(
      HttpStatus status, Message reason, Model model, HttpServletResponse response) {
    response.setStatus(status.value());
    model.addAttribute("status", status.value());
    model.addAttribute("reason", reason);
    return "error";
  }
}
