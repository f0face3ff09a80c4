package org.opencmas.order.purchaseorder;

/** What can be done with a stored version of an order. */
public enum OrderAct {
    /** The agency writes a new version in place of one that was never issued. */
    REVISE("revise"),
    /** An approver of the agency approves a version that was written by somebody else. */
    APPROVE("approve"),
    /** A person of the agency means what was doubted in a version. */
    CONFIRM("confirm"),
    /** The agency sends a version for a decision. */
    SUBMIT("submit"),
    /** The rule book found nothing that blocks the original order. */
    ISSUE("issue"),
    /** The rule book found nothing that blocks an amendment. */
    ISSUE_AMENDMENT("issue an amendment of"),
    /** The rule book found something that blocks. */
    RETURN("return"),
    /** The contractor accepts. */
    ACCEPT("accept"),
    /** The contractor rejects. */
    REJECT("reject"),
    /** The agency writes an amendment; what is in force stays so until the amendment is issued. */
    AMEND("amend"),
    /** The agency ends the order early. */
    TERMINATE("terminate"),
    /** The agency has the contractor stop its work; the order stays in force. */
    STOP_WORK("stop the work of"),
    /** The work goes on. */
    RESUME_WORK("resume the work of"),
    /** An open amendment falls with the order that is terminated, or since it is not what its preview showed. */
    LAPSE("let lapse");

    private final String words;

    OrderAct(String words) {
        this.words = words;
    }

    /** The act as a person would say it, to stand before "an order". */
    String words() {
        return words;
    }
}
