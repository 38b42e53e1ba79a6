package org.chancery.process;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says after a start that cases still run by older models; nothing moves by itself. */
@Component
class OlderModels {

  private static final Logger LOG = LoggerFactory.getLogger(OlderModels.class);

  private final ModelVersions versions;

  OlderModels(ModelVersions versions) {
    this.versions = versions;
  }

  @EventListener(ApplicationReadyEvent.class)
  void tell() {
    int behind = versions.casesBehind();
    if (behind > 0) {
      LOG.info(
          "{} cases run by older models, and go on by them. To see and move them:"
              + " java -jar chancery.jar processes",
          behind);
    }
  }
}
