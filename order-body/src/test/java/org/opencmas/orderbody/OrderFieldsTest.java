package org.opencmas.orderbody;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A body that holds the fields of an order beside its own is read as that order, each field in its place")
class OrderFieldsTest {
    @Test
    void everyFieldIsTheOneOfItsName() throws JsonProcessingException {
        NewOrder order = new ObjectMapper().readValue("""
                {"agencyId": "a", "agencyOrderNumber": "b", "orderDate": "c", "contractorId": "d", "contractNumber": "e",
                 "orderToLocation": "f", "paymentMethod": "g", "tax": "h", "freight": "i", "draft": true, "lines": [null],
                 "subOrders": [{}], "certificationVerification": {}, "attestations": [{}], "delivery": {}, "procurement": {},
                 "particulars": {}}""", NewOrder.class);

        assertThat(Arrays.stream(NewOrder.class.getRecordComponents()))
                .allSatisfy(field -> assertThat(field.getAccessor().invoke(order))
                        .as(field.getName())
                        .isNotNull());
        assertThat(heldBy(order).order()).isEqualTo(order);
    }

    private static OrderFields heldBy(NewOrder order) {
        InvocationHandler byName = (body, asked, none) -> asked.isDefault()
                ? InvocationHandler.invokeDefault(body, asked)
                : NewOrder.class.getMethod(asked.getName()).invoke(order);
        return (OrderFields)
                Proxy.newProxyInstance(OrderFields.class.getClassLoader(), new Class<?>[] {OrderFields.class}, byName);
    }
}
