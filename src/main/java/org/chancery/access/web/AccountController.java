package org.chancery.access.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import org.chancery.access.AccountDetails;
import org.chancery.access.ApiKey;
import org.chancery.access.Enrolment;
import org.chancery.access.NewAccount;
import org.chancery.access.NewKey;
import org.chancery.access.Staff;
import org.chancery.web.Described;
import org.chancery.web.Etag;
import org.chancery.web.MergePatch;
import org.chancery.web.OnceShown;
import org.chancery.web.Page;
import org.chancery.web.Reading;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The accounts and their keys, for administrators. */
@RestController
@RequestMapping("/api/accounts")
class AccountController {

  private final Staff staff;
  private final Reading reading;
  private final ObjectMapper json;

  AccountController(Staff staff, Reading reading, ObjectMapper json) {
    this.staff = staff;
    this.reading = reading;
    this.json = json;
  }

  /**
   * An account that was just made, or whose password was just reset.
   *
   * @param name the name it logs in with
   * @param password its generated password, said this once
   */
  record Password(String name, String password) {}

  @GetMapping
  ResponseEntity<Page<Enrolment>> list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) int limit) {
    var accounts = staff.page(q, after, Page.limit(limit) + 1);
    return Page.of(accounts, limit, Enrolment::name).answer();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<Password> add(@Described(NewAccount.class) @RequestBody JsonNode body) {
    NewAccount made = reading.read(body, NewAccount.class);
    Password password = new Password(made.name(), staff.add(made));
    OnceShown.answer();
    return ResponseEntity.created(URI.create("/api/accounts/" + made.name())).body(password);
  }

  @GetMapping("/{name}")
  ResponseEntity<Enrolment> get(@PathVariable String name) {
    return answer(staff.get(name));
  }

  @PatchMapping("/{name}")
  ResponseEntity<Enrolment> change(
      @PathVariable String name,
      @Described(AccountDetails.class) @RequestBody JsonNode patch,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    JsonNode merged = MergePatch.apply(json.valueToTree(staff.get(name).details()), patch);
    return answer(staff.change(name, reading.read(merged, AccountDetails.class), ifMatch));
  }

  /** Gives it a new password; the old one no longer opens anything. */
  @PostMapping("/{name}/password")
  Password reset(@PathVariable String name) {
    OnceShown.answer();
    return new Password(name, staff.resetPassword(name));
  }

  @GetMapping("/{name}/keys")
  Page<ApiKey> keys(@PathVariable String name) {
    return new Page<>(staff.keys(name), null);
  }

  @PostMapping("/{name}/keys")
  @ResponseStatus(HttpStatus.CREATED)
  Staff.Issued issue(
      @PathVariable String name, @Described(NewKey.class) @RequestBody JsonNode body) {
    OnceShown.answer();
    return staff.issue(name, reading.read(body, NewKey.class));
  }

  @DeleteMapping("/{name}/keys/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable String name, @PathVariable long id) {
    staff.revoke(name, id);
  }

  private static ResponseEntity<Enrolment> answer(Enrolment account) {
    return ResponseEntity.ok().eTag(Etag.of(account.version())).body(account);
  }
}
