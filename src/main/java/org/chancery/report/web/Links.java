package org.chancery.report.web;

import org.chancery.instrument.Reference;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Addresses that lead here from outside: they begin with the one that this house has told ({@code
 * chancery.address}), else with the one at which the current request reached it.
 */
@Component
class Links {

  private final String house;

  Links(@Value("${chancery.address:}") String house) {
    this.house = house.strip().replaceAll("/+$", "");
  }

  /** Of the page of the case. */
  String ofCase(Reference reference) {
    return of("/instruments/" + reference);
  }

  /** Of what is at the path. */
  String of(String path) {
    return (house.isEmpty()
            ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()
            : house)
        + path;
  }
}
