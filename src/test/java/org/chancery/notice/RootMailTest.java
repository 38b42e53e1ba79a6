package org.chancery.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.chancery.access.CannotStart;
import org.chancery.access.TestClock;
import org.chancery.journal.RootLines;
import org.chancery.journal.SealingFixture;
import org.chancery.web.Catalogues;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Each root is mailed to each address, whatever happens meanwhile. */
class RootMailTest {

  private static final String NOTARY = "notary@example.org";
  private static final String ARCHIVE = "archive@example.net";
  private static final String HASH = "0".repeat(64);

  private final TestClock clock = new TestClock();
  private final List<String> accepted = new ArrayList<>();
  private int refused;

  @SuppressWarnings("NullAway.Init") // made before each test
  private Shelf shelf;

  @SuppressWarnings("NullAway.Init") // made before each test
  private RootLines lines;

  /** Where the roots and the outbox are. */
  DataSource database() {
    return Shelf.memory();
  }

  @BeforeEach
  void begin() {
    DataSource database = database();
    shelf = Shelf.on(database);
    shelf.jdbc().sql("delete from journal_root").update();
    lines = SealingFixture.lines(database);
  }

  @Test
  void eachRootIsMailedOnceToEachAddress() {
    RootMail mail = mail(NOTARY, ARCHIVE);
    mail.put();
    sender(this::accept).send();
    assertThat(accepted).isEmpty();
    seal(2);
    for (int time = 0; time < 3; time++) {
      mail.put();
      sender(this::accept).send();
    }
    assertThat(accepted).containsExactlyInAnyOrder(NOTARY + " 1-2", ARCHIVE + " 1-2");
    seal(1);
    mail.put();
    sender(this::accept).send();
    assertThat(accepted).hasSize(4).endsWith(NOTARY + " 3-3", ARCHIVE + " 3-3");
  }

  @Test
  void whatCouldNotBeSentIsSentWithTheNext() {
    RootMail mail = mail(NOTARY);
    seal(1);
    mail.put();
    sender(dispatch -> new Delivery.Failed("no server", true)).send();
    seal(1);
    mail.put();
    sender(this::accept).send();
    assertThat(accepted).as("its pause is not over").isEmpty();
    clock.pass(Sender.pause(1));
    sender(this::accept).send();
    assertThat(accepted).containsExactly(NOTARY + " 1-2");
    assertThat(shelf.states()).containsExactly("SENT");
  }

  @Test
  void whatWasGivenUpIsTriedAgainAfterSixHoursAndShownToTheOperatorMeanwhile() {
    RootMail mail = mail(NOTARY);
    seal(1);
    mail.put();
    sender(this::refuse).send();
    seal(1);
    clock.pass(RootMail.PAUSE.minusSeconds(2));
    mail.put();
    mail(NOTARY).put();
    assertThat(shelf.states()).as("not again and again").containsExactly("DEAD");
    clock.pass(Duration.ofSeconds(1));
    mail.put();
    sender(this::accept).send();
    assertThat(accepted).containsExactly(NOTARY + " 1-2");
    assertThat(shelf.states()).containsExactly("SENT");
  }

  /** However many roots are made meanwhile, and on however many nodes. */
  @Test
  void toAWrongAddressIsOneLetterThatIsTriedFourTimesADay() {
    RootMail mail = mail(NOTARY);
    RootMail other = mail(NOTARY);
    for (int time = 0; time < 144; time++) {
      seal(1);
      mail.put();
      other.put();
      sender(this::refuse).send();
      clock.pass(Duration.ofMinutes(10));
    }
    assertThat(refused).isEqualTo(4);
    assertThat(shelf.states()).containsExactly("DEAD");
  }

  @Test
  void afterThreeDaysWithoutAServerItIsSentThoughNothingWasSealedSince() {
    RootMail mail = mail(NOTARY);
    seal(1);
    for (int attempt = 1; attempt <= Sender.ATTEMPTS; attempt++) {
      clock.pass(Sender.pause(attempt - 1));
      mail.put();
      sender(dispatch -> new Delivery.Failed("no server", true)).send();
    }
    assertThat(shelf.states()).containsExactly("DEAD");
    clock.pass(RootMail.PAUSE);
    mail.put();
    sender(this::accept).send();
    assertThat(accepted).containsExactly(NOTARY + " 1-1");
  }

  /** As long as it is not known whether it was sent, the next tells the same once more. */
  @Test
  void whatIsBeingSentMeanwhileIsNotLost() {
    RootMail mail = mail(NOTARY);
    seal(1);
    mail.put();
    Dispatch claimed = shelf.outbox().claim(Channel.MAIL, clock.instant()).orElseThrow();
    seal(1);
    mail.put();
    sender(this::accept).send();
    shelf.outbox().failed(claimed, "cut off", clock.instant());
    sender(this::accept).send();
    assertThat(accepted).containsExactly(NOTARY + " 1-2");
    assertThat(shelf.states()).containsExactly("WITHDRAWN", "SENT");
  }

  /** A mailbox that has seen the one before must not take it for the same. */
  @Test
  void toWhatRootsWereAddedIsAnotherMail() {
    RootMail mail = mail(NOTARY);
    seal(1);
    mail.put();
    Dispatch first = shelf.outbox().claim(Channel.MAIL, clock.instant()).orElseThrow();
    shelf.outbox().failed(first, "who knows", clock.instant());
    Dispatch same = shelf.outbox().claim(Channel.MAIL, clock.instant()).orElseThrow();
    assertThat(same.name()).isEqualTo(first.name());
    shelf.outbox().failed(same, "who knows", clock.instant());
    seal(1);
    mail.put();
    Dispatch more = shelf.outbox().claim(Channel.MAIL, clock.instant()).orElseThrow();
    assertThat(more.id()).isEqualTo(first.id());
    assertThat(more.name()).isNotEqualTo(first.name());
  }

  @Test
  void manyRootsComeInSeveralMails() {
    RootMail mail = mail(NOTARY);
    seal(2 * RootMail.MOST + 5);
    for (int time = 0; time < 4; time++) {
      mail.put();
      sender(this::accept).send();
    }
    assertThat(accepted)
        .containsExactly(NOTARY + " 1-1000", NOTARY + " 1001-2000", NOTARY + " 2001-2005");
  }

  @Test
  void ofManyWhatWasGivenUpIsSentWithTheNext() {
    RootMail mail = mail(NOTARY);
    seal(RootMail.MOST + 5);
    mail.put();
    sender(this::refuse).send();
    seal(1);
    clock.pass(RootMail.PAUSE);
    mail.put();
    sender(this::accept).send();
    assertThat(accepted).containsExactly(NOTARY + " 1-1000");
  }

  @Test
  void twoNodesMailEachOnce() {
    RootMail mail = mail(NOTARY);
    RootMail other = mail(NOTARY);
    for (int time = 1; time <= 3; time++) {
      seal(1);
      mail.put();
      other.put();
      sender(this::accept).send();
    }
    assertThat(accepted).containsExactly(NOTARY + " 1-1", NOTARY + " 2-2", NOTARY + " 3-3");
  }

  @Test
  void anAddressThatIsTakenAwayIsSentNothingAnyMoreAndOneThatIsAddedAll() {
    seal(1);
    mail(NOTARY).put();
    mail(ARCHIVE).put();
    sender(dispatch -> accept(dispatch, ARCHIVE)).send();
    assertThat(accepted).containsExactly(ARCHIVE + " 1-1");
    assertThat(shelf.states()).containsExactly("WITHDRAWN", "SENT");
    mail(NOTARY).put();
    sender(this::accept).send();
    assertThat(accepted).containsExactly(ARCHIVE + " 1-1", NOTARY + " 1-1");
  }

  /** As when nodes are started anew one after the other, with another setting. */
  @Test
  void whatANodeWithoutTheAddressHasTakenAwayIsPutAgainByTheOther() {
    RootMail mail = mail(NOTARY);
    seal(1);
    mail.put();
    sender(dispatch -> accept(dispatch, ARCHIVE)).send();
    assertThat(shelf.states()).containsExactly("WITHDRAWN");
    mail.put();
    sender(this::accept).send();
    assertThat(accepted).containsExactly(NOTARY + " 1-1");
    assertThat(shelf.states()).containsExactly("SENT");
  }

  @Test
  void onceAllWasSentTheOutboxIsLeftAlone() {
    RootMail mail = mail(NOTARY);
    seal(1);
    mail.put();
    sender(this::accept).send();
    mail.put();
    shelf.jdbc().sql("delete from notice_outbox").update();
    mail.put();
    assertThat(shelf.states()).isEmpty();
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void thatFewerRootsAreThereThanWereMailedIsSaid(CapturedOutput log) {
    seal(2);
    mail(NOTARY).put();
    sender(this::accept).send();
    shelf.jdbc().sql("delete from journal_root where number = 2").update();
    RootMail mail = mail(NOTARY);
    mail.put();
    mail.put();
    assertThat(log).containsOnlyOnce("Root 2 of the journal was mailed to " + NOTARY);
    assertThat(shelf.states()).containsExactly("SENT");
    shelf.jdbc().sql("delete from journal_root").update();
    mail(NOTARY).put();
    assertThat(log).contains("the last one in the database is 0");
  }

  @Test
  void withoutAddressesNothingIsPut() {
    seal(1);
    mail().put();
    mail("").put();
    assertThat(shelf.states()).isEmpty();
  }

  @Test
  void withoutAServerTheStartSaysSo() {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> mail(postman(false), NOTARY))
        .withMessageContaining("chancery.journal.mail")
        .withMessageContaining("no mail server");
    assertThat(mail(postman(false))).as("nobody to be mailed").isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"notary", "notary@example.org; archive@example.net", "a b@example.org"})
  void whatIsNoAddressStopsTheStart(String address) {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> mail(address))
        .withMessageContaining(address);
  }

  private Delivery refuse(Dispatch dispatch) {
    refused++;
    return new Delivery.Refused("no such mailbox: " + dispatch.recipient());
  }

  private Delivery accept(Dispatch dispatch) {
    return accept(dispatch, NOTARY, ARCHIVE);
  }

  /** Accepts the letter as the house writes it for these addresses. */
  private Delivery accept(Dispatch dispatch, String... addresses) {
    Optional<Letter> letter =
        new RootLetters(
                shelf.outbox(),
                lines,
                new Catalogues("messages/notice", "messages/page"),
                settings(addresses))
            .of(dispatch);
    letter.ifPresent(each -> accepted.add(each.to() + " " + numbers(each)));
    return letter.isEmpty() ? new Delivery.Needless("nothing") : new Delivery.Accepted();
  }

  /** From which to which, as its lines say, of which none is left out. */
  private static String numbers(Letter letter) {
    List<Integer> numbers =
        letter
            .text()
            .lines()
            .filter(line -> line.startsWith("{"))
            .map(RootMailTest::number)
            .toList();
    int first = numbers.get(0);
    int last = numbers.get(numbers.size() - 1);
    assertThat(numbers).hasSize(last - first + 1);
    assertThat(letter.subject()).endsWith("journal, %d to %d".formatted(first, last));
    return first + "-" + last;
  }

  private static int number(String line) {
    return Integer.parseInt(line.replaceAll("^\\{\"number\":(\\d+),.*", "$1"));
  }

  private void seal(int roots) {
    int last = lines.last();
    for (int number = last + 1; number <= last + roots; number++) {
      shelf
          .jdbc()
          .sql(
              """
              insert into journal_root (number, made_at, leaves, entries, tree, hash)
              values (?, current_timestamp, 1, 1, ?, ?)""")
          .params(number, HASH, HASH)
          .update();
    }
    clock.pass(Duration.ofSeconds(1));
  }

  private RootMail mail(String... addresses) {
    return mail(postman(true), addresses);
  }

  private RootMail mail(Postman postman, String... addresses) {
    return new RootMail(shelf.outbox(), lines, postman, settings(addresses), clock);
  }

  private static Postman postman(boolean hasServer) {
    Postman postman = mock();
    when(postman.isReady()).thenReturn(hasServer);
    return postman;
  }

  private static NoticeSettings settings(String... addresses) {
    return new NoticeSettings(
        null,
        "AZ",
        new NoticeSettings.Mail("chancery@example.org"),
        null,
        new NoticeSettings.Journal(List.of(addresses)));
  }

  private Sender sender(Function<Dispatch, Delivery> carrying) {
    return shelf.sender(Channel.MAIL, carrying, clock);
  }
}
