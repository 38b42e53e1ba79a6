package org.chancery;

import java.util.function.Supplier;
import org.chancery.instrument.CaseChanged;
import org.chancery.instrument.Reference;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

/** What happens in the middle of a change of a case, on its thread and in its transaction. */
public final class Meanwhile implements ApplicationListener<PayloadApplicationEvent<CaseChanged>> {

  private final Reference reference;
  private final Runnable deed;

  private Meanwhile(Reference reference, Runnable deed) {
    this.reference = reference;
    this.deed = deed;
  }

  /** What is answered while the deed is done with each change of the case. */
  public static <T> T during(
      ConfigurableApplicationContext house, Reference reference, Runnable deed, Supplier<T> asked) {
    Meanwhile meanwhile = new Meanwhile(reference, deed);
    house.addApplicationListener(meanwhile);
    try {
      return asked.get();
    } finally {
      house.removeApplicationListener(meanwhile);
    }
  }

  @Override
  public void onApplicationEvent(PayloadApplicationEvent<CaseChanged> event) {
    if (event.getPayload().reference().equals(reference)) {
      deed.run();
    }
  }
}
