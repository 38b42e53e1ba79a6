package org.chancery.report.web;

import java.util.Locale;
import org.chancery.access.FeedTokens;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which a person makes and ends the address of her calendar. */
@Controller
class FeedPage {

  private final FeedTokens tokens;
  private final Links links;

  FeedPage(FeedTokens tokens, Links links) {
    this.tokens = tokens;
    this.links = links;
  }

  @GetMapping("/me/feed")
  String page(Model model) {
    model.addAttribute("token", tokens.current().orElse(null));
    return "feed";
  }

  /** The address stands on the answer itself: it is kept nowhere, not even until a next page. */
  @PostMapping("/me/feed")
  String make(Model model, Locale locale) {
    String query = "?token=" + tokens.make() + "&lang=" + locale.getLanguage();
    model.addAttribute("address", links.of("/api/feeds/deadlines.ics" + query));
    return page(model);
  }

  @PostMapping("/me/feed/revocation")
  String revoke(RedirectAttributes after) {
    tokens.revoke();
    after.addFlashAttribute("revoked", true);
    return "redirect:/me/feed";
  }
}
