package org.chancery.seed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Instruments;
import org.chancery.web.Problems;
import org.chancery.web.Reading;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens the demonstration's cases, each once: a file whose slug is in the register is passed over.
 * All files are read before the first case is opened, so that a malformed one stops the start and
 * leaves nothing half loaded.
 */
@Component
@Order(100)
@ConditionalOnProperty("chancery.demo")
class Seeds implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(Seeds.class);

  private final Resource[] files;
  private final Instruments instruments;
  private final Accounts accounts;
  private final Reading reading;
  private final Problems problems;
  private final TransactionTemplate transaction;

  Seeds(
      @Value("classpath*:seeds/*.yaml") Resource[] files,
      Instruments instruments,
      Accounts accounts,
      Reading reading,
      Problems problems,
      PlatformTransactionManager transactions) {
    this.transaction = new TransactionTemplate(transactions);
    this.files = files.clone();
    this.instruments = instruments;
    this.accounts = accounts;
    this.reading = reading;
    this.problems = problems;
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    List<SeedFile> seeds = new ArrayList<>();
    for (Resource file : files) {
      SeedFile seed =
          SeedFile.read(String.valueOf(file.getFilename()), file.getContentAsByteArray());
      seed.opening(reading, problems);
      seeds.add(seed);
    }
    long opened = openAll(seeds);
    if (opened > 0) {
      LOG.info("Opened {} of {} cases from seeds/", opened, seeds.size());
    }
  }

  /** All or none: a file that does not fit leaves nothing half loaded. */
  private long openAll(List<SeedFile> seeds) {
    List<SeedFile> lacking =
        parentsFirst(seeds).stream()
            .filter(seed -> instruments.withSlug(seed.slug()).isEmpty())
            .toList();
    try {
      transaction.executeWithoutResult(status -> open(lacking));
    } catch (Refusal oneIsBad) {
      // Which one shows when they are opened one after the other.
      transaction.executeWithoutResult(status -> lacking.forEach(this::open));
    }
    return lacking.size();
  }

  private void open(SeedFile seed) {
    try {
      open(List.of(seed));
    } catch (Refusal refusal) {
      throw seed.malformed(refusal, problems);
    }
  }

  private List<CaseFile> open(List<SeedFile> seeds) {
    return accounts.as(
        Account.HOUSE,
        () ->
            instruments.open(seeds.stream().map(seed -> seed.opening(reading, problems)).toList()));
  }

  private static List<SeedFile> parentsFirst(List<SeedFile> seeds) {
    Map<String, SeedFile> bySlug = new HashMap<>();
    seeds.forEach(seed -> bySlug.put(seed.slug(), seed));
    return seeds.stream()
        .sorted(
            Comparator.comparingInt((SeedFile seed) -> depth(seed, bySlug))
                .thenComparing(SeedFile::name))
        .toList();
  }

  /** How many cases it stands under; parents in a circle are refused when the first is opened. */
  private static int depth(SeedFile seed, Map<String, SeedFile> bySlug) {
    int depth = 0;
    @Nullable SeedFile upper = bySlug.get(seed.parentSlug());
    while (upper != null && depth < bySlug.size()) {
      depth++;
      upper = bySlug.get(upper.parentSlug());
    }
    return depth;
  }
}
