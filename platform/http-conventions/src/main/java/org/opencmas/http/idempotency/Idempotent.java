package org.opencmas.http.idempotency;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.opencmas.problem.parameter.CheckedBy;

/**
 * A creating or acting resource method that may be sent again without acting again. It must return {@code Response} or
 * {@code RestResponse}.
 *
 * <p>The request needs an {@code Idempotency-Key} header (1 to 200 printable ASCII characters; 400 without). The method
 * runs in one JTA transaction together with storing its answer under the caller and the key. The same key with the same
 * method, path and body is answered from the store with {@code Idempotency-Replayed: true}; with another one it is
 * refused (422, {@code idempotency-key-reused}). A refusal or failure rolls back and stores nothing, so the key can be
 * used again. A second request with the key of one still in flight is answered at once (409, {@code request-in-flight}, with
 * {@code Retry-After}).
 */
@CheckedBy(IdempotencyKey.Check.class)
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Idempotent {}
