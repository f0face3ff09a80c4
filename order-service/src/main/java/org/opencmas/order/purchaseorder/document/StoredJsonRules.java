package org.opencmas.order.purchaseorder.document;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import java.lang.reflect.Executable;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is stored is read for ever, also by a record that has grown since: a list or map that the stored JSON does not have is empty,
 * as nothing was said of it. Only a component that is marked nullable tells the two apart.
 */
final class StoredJsonRules extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public JsonSetter.Value findSetterInfo(Annotated annotated) {
        return annotated instanceof AnnotatedParameter component && isCollection(component) && !isNullable(component)
                ? JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)
                : JsonSetter.Value.empty();
    }

    private static boolean isCollection(AnnotatedParameter component) {
        return Collection.class.isAssignableFrom(component.getRawType())
                || Map.class.isAssignableFrom(component.getRawType());
    }

    private static boolean isNullable(AnnotatedParameter component) {
        Executable constructor = (Executable) component.getOwner().getMember();
        return constructor.getAnnotatedParameterTypes()[component.getIndex()].isAnnotationPresent(Nullable.class);
    }
}
