package org.chancery.supply;

import org.apache.maven.artifact.versioning.ComparableVersion;

/**
 * One thing that Chancery is made of.
 *
 * @param name group and artifact, as in {@code org.postgresql:postgresql}
 * @param version which of its versions, ordered as Maven orders them
 * @param file the name of its jar
 */
record Component(String name, ComparableVersion version, String file) {

  static Component of(String name, String version) {
    String artifact = name.substring(name.indexOf(':') + 1);
    return new Component(name, new ComparableVersion(version), artifact + "-" + version + ".jar");
  }

  @Override
  public String toString() {
    return name + " " + version;
  }
}
