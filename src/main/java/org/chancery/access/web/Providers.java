package org.chancery.access.web;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/** The outside providers that this house trusts to say who people are; most houses have none. */
@Component
class Providers {

  private final List<ClientRegistration> registrations;

  Providers(ObjectProvider<ClientRegistrationRepository> configured) {
    this.registrations =
        configured.stream()
            .filter(Iterable.class::isInstance)
            .flatMap(all -> StreamSupport.stream(((Iterable<?>) all).spliterator(), false))
            .map(ClientRegistration.class::cast)
            .toList();
  }

  /**
   * A provider to log in with.
   *
   * @param id as it stands in the address
   * @param name as people know it
   */
  record Provider(String id, String name) {}

  /** All of them, in the order of the configuration. */
  List<Provider> all() {
    return registrations.stream()
        .map(each -> new Provider(each.getRegistrationId(), each.getClientName()))
        .toList();
  }

  /** Where one logs out of the provider too, if it has such a place. */
  Optional<URI> exit(String id) {
    return registrations.stream()
        .filter(each -> each.getRegistrationId().equals(id))
        .flatMap(each -> Optional.ofNullable(exit(each)).stream())
        .findFirst();
  }

  /** The servers that a logout may lead to, as a policy for contents names them. */
  String exits() {
    return registrations.stream()
        .flatMap(each -> Optional.ofNullable(exit(each)).stream())
        .map(exit -> " " + exit.getScheme() + "://" + exit.getRawAuthority())
        .distinct()
        .collect(Collectors.joining());
  }

  private static @Nullable URI exit(ClientRegistration registration) {
    Object exit =
        registration.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint");
    return exit == null ? null : URI.create(exit.toString());
  }
}
