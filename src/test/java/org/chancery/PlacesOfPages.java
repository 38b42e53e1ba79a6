package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.chancery.calendar.StatedDate;
import org.chancery.deadline.Deciding;
import org.chancery.document.FileFixture;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.NewDecision;
import org.chancery.instrument.Reference;

/**
 * Where each page is to be seen: for each path of a route the addresses that show it, with cases
 * that have something to show. Who adds a page adds it here; {@link PagesTest} asks for it.
 */
final class PlacesOfPages {

  /** Pages that others look at, in a house or a place of their own. */
  static final Map<String, String> ELSEWHERE =
      Map.of(
          "/setup", "SetupPageTest",
          "/tasks/{id}/form", "TaskFormTest",
          "/archive", "ArchivePagesTest",
          "/operations", "OperationsPageTest",
          "/people", "PeoplePagesTest",
          "/people/{name}", "PeoplePagesTest");

  private final int port;
  private final Instruments instruments;
  private final Desk desk;
  private final Deciding deciding;

  PlacesOfPages(int port, Instruments instruments, Desk desk, Deciding deciding) {
    this.port = port;
    this.instruments = instruments;
    this.desk = desk;
    this.deciding = deciding;
  }

  /** The addresses by the path of their route; those that lead on to another page show that. */
  Map<String, List<String>> all() {
    String fibre = seed("caspian-fibre-optic");
    String decided = decided();
    String paper = "/instruments/" + onPaper();
    String milestone = decided + "/milestones/1/";
    Map<String, List<String>> all = new TreeMap<>(ofCases(paper));
    all.put("/", List.of("/"));
    all.put("/login", List.of("/login"));
    all.put("/glossary", List.of("/glossary"));
    all.put(
        "/reports/overdue",
        List.of(
            "/reports/overdue",
            "/reports/overdue?asOf=2027-01-01&status=OVERDUE&status=SEVERELY_OVERDUE",
            "/reports/overdue?asOf=2026-11-21&knownAt=2026-11-21T07:00:00Z&becameOverdueSince=2026-11-01"));
    all.put("/instruments", List.of("/instruments", "/instruments?q=fibre"));
    all.put("/search", List.of("/search?q=caspain%20optic", "/search?q=caspian%20xyzzyx"));
    all.put(
        "/decisions",
        List.of(decided.replace("/instruments/", "/decisions?on=") + ".1&on=2026-000123-6.1"));
    all.put("/decisions/waivers", List.of("/decisions/waivers"));
    all.put("/instruments/new", List.of("/instruments/new"));
    all.put(
        "/instruments/{reference}", List.of(fibre, decided, paper, seed("trade-turnover-target")));
    Stream.of("/reports/waiting", "/reports/timeline", "/reports/pictures", "/reports/stages")
        .forEach(path -> all.put(path, List.of(path)));
    all.put("/instruments/{reference}/journal", List.of(fibre + "/journal"));
    all.put("/parties", List.of("/parties"));
    all.put("/parties/{code}", List.of("/parties/KZ"));
    all.put("/search", List.of("/search", "/search?q=fibre", "/search?q=nothingofthekind"));
    all.put("/decisions", List.of("/decisions?on=" + decided.replace("/instruments/", "") + ".1"));
    all.put("/decisions/waivers", List.of("/decisions/waivers"));
    all.put("/me/feed", List.of("/me/feed"));
    all.put("/me/password", List.of("/me/password"));
    all.put("/bodies", List.of("/bodies"));
    all.put("/bodies/{code}", List.of("/bodies/mddt"));
    all.put("/instruments/{reference}/edit", List.of(fibre + "/edit"));
    all.put(
        "/instruments/{reference}/milestones/{milestone}/{kind:extensions|waivers|suspensions}",
        Stream.of("extensions", "waivers", "suspensions").map(milestone::concat).toList());
    all.put(
        "/instruments/{reference}/documents/{id}/versions/{number}/removals",
        List.of(decided + "/documents/1/versions/1/removals"));
    all.put("/me", List.of("/me"));
    all.put("/rules", List.of("/rules"));
    all.put("/rules/{table}", List.of("/rules/thresholds"));
    all.put("/rules/{table}/{number}", List.of("/rules/thresholds/1"));
    return all;
  }

  private static Map<String, List<String>> ofCases(String paper) {
    String of = "/instruments/{reference}";
    return Map.ofEntries(
        Map.entry("/q/{reference}", List.of(paper.replace("/instruments/", "/q/"))),
        Map.entry(of + "/routing-slip", List.of(paper + "/routing-slip")),
        Map.entry(of + "/label", List.of(paper + "/label")),
        Map.entry(of + "/reminder", List.of(paper + "/reminder?party=KZ")),
        Map.entry(
            of + "/documents/{id}/compare", List.of(paper + "/documents/1/compare?from=1&to=2")),
        Map.entry(of + "/documents", List.of()),
        Map.entry(of + "/documents/{id}/versions", List.of()),
        Map.entry(of + "/events", List.of()),
        Map.entry(of + "/milestones", List.of()),
        Map.entry(of + "/custody", List.of()),
        Map.entry(of + "/targets/{target}/observations", List.of()));
  }

  /** Pages that refuse; a browser notes their status as an error of its own. */
  static List<String> refusals() {
    return List.of("/reports/overdue?status=LATE", "/instruments/2026-000123-7", "/nothing/here");
  }

  private String seed(String slug) {
    return "/instruments/" + instruments.withSlug(slug).orElseThrow();
  }

  /** A case on whose deadlines all was decided that can be. */
  private String decided() {
    Reference reference =
        desk.open(
            "mfaClerk",
            """
            {'type': 'UNDERTAKING', 'title': {'en': 'Decided upon'}, 'responsibleBody': 'mfa',
             'parties': [{'code': 'AZ'}],
             'milestones': [{'kind': 'REPORT', 'due': '../2026-10-31'}]}""");
    StatedDate later = new StatedDate("2026-11-10");
    for (NewDecision decision :
        List.of(
            new NewDecision.Extension(later, "A late answer", "Order 7"),
            new NewDecision.Suspension(later, null, "An inquiry", "Order 8"),
            new NewDecision.Waiver("No longer asked for", "Order 9"))) {
      desk.as("mfaDeputy", () -> deciding.decide(reference, 1, decision));
    }
    String path = "/instruments/" + reference;
    Guest.at(port, "mfaClerk")
        .upload(path, path + "/documents", "a.docx", text("Müddət 30 gündür."), "/language", "az");
    return path;
  }

  /** A case with a text in two versions and an original under way to the treaty department. */
  private Reference onPaper() {
    Reference reference =
        desk.open(
            "mddtClerk",
            """
            {'type': 'AGREEMENT', 'title': {'en': 'On paper', 'az': 'Kağız üzərində', 'ar': 'على الورق'},
             'authenticLanguages': ['az', 'kk'], 'responsibleBody': 'mddt',
             'parties': [{'code': 'AZ'}, {'code': 'KZ'}]}""");
    for (String act :
        List.of(
            "{'kind': 'REGISTERED', 'party': 'AZ', 'languages': ['az', 'kk'], 'on': '2026-11-02',"
                + " 'holder': {'body': 'mddt'}}",
            "{'kind': 'HANDED_OVER', 'original': 1, 'on': '2026-11-20', 'holder': {'body': 'mfa'}}",
            "{'kind': 'REGISTERED', 'party': 'KZ', 'on': '2026-11-02', 'holder': {'outside':"
                + " 'Қазақстан Республикасының Сыртқы істер министрлігі'}}")) {
      Caller.Answer answer =
          Caller.at(port, "mddtClerk").post("/api/instruments/" + reference + "/custody", act);
      assertThat(answer.status()).isEqualTo(201);
    }
    inTwoVersions("/instruments/" + reference);
    toBeTakenOut("mddtDeputy", reference);
    return reference;
  }

  /** The first version of the first text waits to be taken out. */
  private void toBeTakenOut(String account, Reference reference) {
    String removals = "/api/instruments/" + reference + "/documents/1/versions/1/removals";
    assertThat(Caller.at(port, account).post(removals, "{'reason': 'The wrong file'}").status())
        .isEqualTo(202);
  }

  private void inTwoVersions(String path) {
    Guest clerk = Guest.at(port, "mddtClerk");
    clerk.upload(path, path + "/documents", "a.docx", text("Müddət 30 gündür."), "/language", "az");
    clerk.upload(path, path + "/documents/1/versions", "b.docx", text("Müddət 90 gündür."));
  }

  private static byte[] text(String second) {
    return FileFixture.docx("Maddə 1", second);
  }
}
