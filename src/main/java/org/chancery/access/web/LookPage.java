package org.chancery.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.chancery.web.Look;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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
  String choose(
      @RequestParam Look look,
      @RequestHeader(name = HttpHeaders.REFERER, required = false) @Nullable String from,
      HttpServletRequest request,
      HttpServletResponse response) {
    response.addHeader(HttpHeaders.SET_COOKIE, look.cookie(request).toString());
    return "redirect:" + here(from, request.getContextPath());
  }

  /** The address within this house, so that nobody is led away from it. */
  private static String here(@Nullable String from, String house) {
    if (from == null) {
      return "/";
    }
    UriComponents address = UriComponentsBuilder.fromUriString(from).build();
    String path = String.valueOf(address.getPath());
    boolean own = path.startsWith(house + "/") && !path.contains("//");
    String query = address.getQuery() == null ? "" : "?" + address.getQuery();
    return own ? path.substring(house.length()) + query : "/";
  }
}
