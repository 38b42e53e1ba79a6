package org.chancery.access.web;

import jakarta.servlet.http.HttpServletRequest;
import org.chancery.web.Look;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;

/** Takes the choice between light and dark, and leads back to where it was made. */
@Controller
class LookPage {

  @PostMapping("/look")
  ResponseEntity<Void> choose(
      @RequestParam Look look,
      @RequestHeader(name = HttpHeaders.REFERER, required = false) @Nullable String from,
      HttpServletRequest request) {
    String house = request.getContextPath();
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.SET_COOKIE, look.cookie(request).toString())
        .header(HttpHeaders.LOCATION, house + here(from, house))
        .build();
  }

  /** The address within this house, so that nobody is led away from it. */
  private static String here(@Nullable String from, String house) {
    if (from == null) {
      return "/";
    }
    UriComponents address = UriComponentsBuilder.fromUriString(from).build();
    String path = String.valueOf(address.getPath());
    boolean own = path.startsWith(house + "/") && !path.contains("//") && !path.contains("\\");
    String query = address.getQuery() == null ? "" : "?" + address.getQuery();
    return own ? path.substring(house.length()) + query : "/";
  }
}
