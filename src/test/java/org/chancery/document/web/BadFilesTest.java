package org.chancery.document.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.chancery.Caller;
import org.chancery.Caller.Answer;
import org.chancery.ChanceryTest;
import org.chancery.Desk;
import org.chancery.document.Documents;
import org.chancery.document.FileFixture;
import org.chancery.document.Upload;
import org.chancery.instrument.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Files that nobody should send: each gets a clear answer, and nothing of it is kept. */
@ChanceryTest
class BadFilesTest {

  private static final byte[] TEXT = text("A text.");
  private static final long GIGABYTE = 1L << 30;

  @Autowired Desk desk;
  @Autowired Documents documents;
  @LocalServerPort int port;

  private Caller clerk = new Caller("", "");
  private Reference reference = Reference.of(2026, 1);
  private String path = "";

  @BeforeEach
  void opensACase() {
    clerk = Caller.at(port, "mddtClerk");
    reference =
        desk.open(
            "mddtClerk",
            """
            {'type': 'AGREEMENT', 'title': {'en': 'Bad files'}, 'responsibleBody': 'mddt',
             'parties': [{'code': 'AZ'}, {'code': 'KZ'}]}""");
    path = "/api/instruments/" + reference + "/documents";
  }

  @Test
  void refusesWhatIsNotWhatItSays() {
    refused(422, "a.pdf", "application/pdf", TEXT, "a.pdf", "TXT");
    refused(422, "a.txt", "application/pdf", TEXT, "application/pdf");
    refused(422, "a.txt", "text/plain", FileFixture.docx("x"), "DOCX");
    refused(422, "run.sh", "text/plain", text("#!/bin/sh\nrm -rf /\n"), "not kept");
    refused(422, "page.txt", "text/plain", text("<!DOCTYPE html><html></html>"), "not kept");
    refused(422, "a.exe", "application/octet-stream", FileFixture.program(), "not kept");
    refused(422, "a.txt", "text/plain", new byte[0], "empty");
    refused(422, "a.docx", FileFixture.DOCX, FileFixture.withMacros(), "macros");
    refused(422, "a.docx", FileFixture.DOCX, text("PK broken"), "damaged");
    refused(422, "a.docx", FileFixture.DOCX, FileFixture.bomb(), "unpacked");
    assertThat(clerk.get(path).body().path("items")).isEmpty();
  }

  @Test
  void leavesThePathOfANameOut() {
    Answer added =
        send(
            path,
            new Parts().with("language", "az"),
            "..\\..\\etc/pass\u202ewd.txt",
            "text/plain",
            TEXT);
    assertThat(added.body().at("/versions/0/fileName").asText()).isEqualTo("passwd.txt");
    refused(422, "../..", "text/plain", TEXT, "no name");
  }

  @Test
  void refusesAGigabyteAtOnceAndKeepsItOutOfMemory() {
    long before = heap();
    Parts parts = new Parts().with("language", "az");
    Answer answer = clerk.send(path, parts.type(), parts.endlessBody("a.txt", GIGABYTE));
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.body().path("detail").asText()).contains("25 MB");
    assertThat(heap() - before).isLessThan(100L << 20);
  }

  @Test
  void refusesALittleTooMuch() {
    Parts parts = new Parts().with("language", "az");
    Answer answer = clerk.send(path, parts.type(), parts.endlessBody("a.txt", (25L << 20) + 1));
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.body().path("detail").asText()).contains("25 MB");
  }

  @Test
  void readsNothingOfWhatMayNotBePutIn() {
    AtomicBoolean read = new AtomicBoolean();
    Upload upload =
        new Upload(
            "a.txt",
            "text/plain",
            () -> {
              read.set(true);
              return new ByteArrayInputStream(TEXT);
            });
    for (String account : List.of("lawyer", "healthClerk")) {
      desk.as(account, () -> inspected(upload));
      assertThat(read).as(account).isFalse();
    }
    desk.as("mddtClerk", () -> inspected(upload));
    assertThat(read).isTrue();
  }

  private boolean inspected(Upload upload) {
    documents.inspect(reference, upload).close();
    return true;
  }

  @Test
  void refusesPartsWithHeadsThatCannotBeRead() {
    Parts parts =
        new Parts().with("language", "az").file("a.txt\"; junk; x=\"", "text/plain", TEXT);
    for (String to : List.of(path, "/api/instruments", "/api/tasks/1/completion")) {
      Answer answer = clerk.send(to, parts.type(), parts.body());
      assertThat(answer.status()).as("%s %s", to, answer.body()).isEqualTo(400);
      assertThat(answer.body().path("detail").asText()).contains("multipart/form-data");
    }
  }

  @Test
  void leavesNothingBehindOfWhatMayNotBePutIn() throws IOException {
    byte[] content = text("Of nobody: " + UUID.randomUUID());
    clerk = clerk.as("lawyer");
    assertThat(sent(path, content)).isEqualTo(403);
    assertThat(sent(path + "/1/versions", content)).isEqualTo(403);
    clerk = clerk.as("healthClerk");
    assertThat(sent(path, content)).isEqualTo(404);
    assertThat(sent(path.replaceFirst("-.{8}/", "-000001-1/"), content)).isEqualTo(400);
    clerk = clerk.as("mddtClerk");
    assertThat(sent(path + "/9/versions", content)).isEqualTo(404);
    assertThat(sent(path, content)).isEqualTo(201);
    // The answer may come before the last file is gone.
    await().untilAsserted(() -> assertThat(aside(content)).isEmpty());
  }

  private int sent(String to, byte[] content) {
    Parts parts = to.endsWith("versions") ? new Parts() : new Parts().with("language", "az");
    return send(to, parts, "a.txt", "text/plain", content).status();
  }

  /** The files of this content that wait to be put in. */
  private static List<Path> aside(byte[] content) throws IOException {
    List<Path> same = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".upload")).toList()) {
        if (Arrays.equals(content(file), content)) {
          same.add(file);
        }
      }
    }
    return same;
  }

  /** Empty when others took it away meanwhile. */
  private static byte[] content(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException gone) {
      return new byte[0];
    }
  }

  private Answer send(String to, Parts parts, String name, String type, byte[] content) {
    Parts whole = parts.file(name, type, content);
    return clerk.send(to, whole.type(), whole.body());
  }

  private void refused(int status, String name, String type, byte[] content, String... says) {
    Answer answer = send(path, new Parts().with("language", "az"), name, type, content);
    assertThat(answer.status()).as("%s %s", name, answer.body()).isEqualTo(status);
    assertThat(answer.body().path("detail").asText()).contains(says);
    assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo("/file");
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** What is used of the heap, in bytes, when nothing is kept that need not be. */
  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
