package org.chancery.process;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * The beans that process models may ask, by name; each is fetched when it is first asked, because
 * beans that use the engine are built after it.
 */
final class ListedBeans extends AbstractMap<Object, Object> {

  private final Set<Object> names;
  private final ListableBeanFactory factory;

  ListedBeans(ListableBeanFactory factory) {
    this.factory = factory;
    this.names =
        Arrays.stream(factory.getBeanNamesForType(AskedByProcesses.class, false, false))
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Set<Object> keySet() {
    return names;
  }

  @Override
  public boolean containsKey(Object name) {
    return names.contains(name);
  }

  @Override
  public Object get(Object name) {
    return factory.getBean((String) name);
  }

  @Override
  public Set<Map.Entry<Object, Object>> entrySet() {
    return names.stream()
        .map(name -> Map.entry(name, get(name)))
        .collect(Collectors.toUnmodifiableSet());
  }
}
