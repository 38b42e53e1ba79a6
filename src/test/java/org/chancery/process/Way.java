package org.chancery.process;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Answers what the processes ask as a test wants it; without a word to the contrary, no. */
public class Way implements AskedByProcesses {

  final Set<String> yes = new HashSet<>();

  public List<String> clearing(String reference) {
    return List.of("mfa", "energy");
  }

  public List<String> consenting(String reference) {
    return List.of("AZ", "KZ");
  }

  public String body(String body) {
    return body;
  }

  public String responsible(String reference) {
    return "mddt";
  }

  public String owner(String reference, int milestone) {
    return milestone == 1 ? "mddt" : "energy";
  }

  public boolean ours(String party) {
    return party.equals("AZ");
  }

  public boolean objected(String reference, String body) {
    return yes.contains("objected");
  }

  public boolean consentReached(String reference) {
    return yes.contains("consentReached");
  }

  public boolean goesToGovernment(String reference, String party) {
    return yes.contains("goesToGovernment");
  }

  public boolean goesToParliament(String reference, String party) {
    return yes.contains("goesToParliament");
  }

  public boolean needsNoExpertise(String reference) {
    return yes.contains("needsNoExpertise");
  }

  public boolean needsNoInitialling(String reference) {
    return yes.contains("needsNoInitialling");
  }

  public boolean needsNoPublication(String reference) {
    return yes.contains("needsNoPublication");
  }

  public boolean needsNoUnRegistration(String reference) {
    return yes.contains("needsNoUnRegistration");
  }

  public boolean owesNoNotice(String reference) {
    return yes.contains("owesNoNotice");
  }

  public boolean prepared(String reference) {
    return yes.contains("prepared");
  }

  public boolean returned(String reference) {
    return yes.contains("returned");
  }

  public boolean terminated(String reference) {
    return yes.contains("terminated");
  }

  public boolean unknown(String reference) {
    return yes.contains("unknown");
  }

  public boolean withdrawn(String reference) {
    return yes.contains("withdrawn");
  }

  public boolean asksForRenewal(String reference, int milestone) {
    return yes.contains("asksForRenewal");
  }

  public boolean asksForReport(String reference, int milestone) {
    return yes.contains("asksForReport");
  }

  public boolean countsOnReceipt(String reference) {
    return yes.contains("countsOnReceipt");
  }

  public boolean escalated(String reference, int milestone) {
    return yes.contains("escalated");
  }

  public boolean maySayNoToReservation(String reference, int milestone) {
    return yes.contains("maySayNoToReservation");
  }

  public boolean misprinted(String reference) {
    return yes.contains("misprinted");
  }

  public boolean noteReturned(String reference, String party) {
    return yes.contains("noteReturned");
  }

  public boolean owesParliamentNotice(String reference, int milestone) {
    return yes.contains("owesParliamentNotice");
  }

  public boolean refused(String reference, String party) {
    return yes.contains("refused");
  }

  public boolean unconfirmed(String reference) {
    return yes.contains("unconfirmed");
  }

  public boolean unsigned(String reference) {
    return yes.contains("unsigned");
  }

  public String managers(String reference, int milestone) {
    return "mddtManagers";
  }

  public List<String> seniorManagers(String reference, int milestone) {
    return List.of("mfaManagers");
  }
}
