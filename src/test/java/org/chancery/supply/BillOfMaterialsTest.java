package org.chancery.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** S21: the jar says what it is made of. {@code bin/prove supply} compares the jar itself. */
class BillOfMaterialsTest {

  @Test
  void eachComponentIsOnTheClassPath() {
    List<Component> listed = BillOfMaterials.ofThisBuild().components();
    assertThat(listed).hasSizeGreaterThan(100).doesNotHaveDuplicates();
    assertThat(jarsOfThisRun()).containsAll(listed.stream().map(Component::file).toList());
  }

  @Test
  void whatTestsAloneUseIsLeftOut() {
    assertThat(BillOfMaterials.ofThisBuild().components())
        .extracting(Component::name)
        .contains("org.camunda.bpm:camunda-engine", "org.drools:drools-engine")
        .doesNotContain(
            "org.junit.jupiter:junit-jupiter-api",
            "org.assertj:assertj-core",
            "org.apache.maven:maven-artifact");
  }

  @Test
  void theSameSourcesMakeTheSameBill() {
    BillOfMaterials bill = BillOfMaterials.ofThisBuild();
    assertThat(bill.document().has("serialNumber")).isFalse();
    assertThat(bill.document().at("/metadata/timestamp").isMissingNode()).isTrue();
  }

  @Test
  void restOfCamundaIsNotAComponent() {
    assertThat(BillOfMaterials.ofThisBuild().components())
        .extracting(Component::name)
        .doesNotContain("org.camunda.bpm:camunda-engine-rest-jakarta")
        .noneMatch(name -> name.contains("groovy") || name.contains("graal"));
  }

  private static Set<String> jarsOfThisRun() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).getFileName().toString())
        .collect(Collectors.toSet());
  }
}
